using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using MentorCourseLti.Internship.Terms;

namespace MentorCourseLti.Commands.Samples;

/// <summary>
/// What has happened in a course up to its present week: reflections of differing quality, some late, some graded, some begun; hours logged,
/// approved and returned; a group for each mentor, with sessions to come; a leader with mentors; one who has left. The same at each run: who did what goes by the mentor's number.
/// </summary>
internal sealed class SampleLife(SampleCourse course, SampleTerm term)
{
    /// <summary>As many as a course of this kind has; in a larger one the others have not begun.</summary>
    private const int MostMentors = 24;

    private const int Quiet = 11;
    private const int Leader = 3;
    private const int FirstLed = 4;
    private const int LastLed = 8;

    private readonly List<object> rows = [];

    public IReadOnlyList<object> Live()
    {
        rows.Add(new Term { CourseId = course.Course.Id, Calendar = term.Calendar });
        foreach (var reflection in course.Reflections)
            reflection.Place = term.Calendar.PlaceOf(reflection.DueAt!.Value, term.Zone);
        var mentors = course.Mentors.Take(MostMentors).ToList();
        for (int i = 0; i < mentors.Count; i++)
            Live(mentors[i], i);
        if (mentors.Count > LastLed)
            Lead(mentors);
        if (mentors.Count > 0)
            Leave();
        return rows;
    }

    private void Live(Member mentor, int number)
    {
        var group = new SampleGroup(course.Programme.Id, mentor, number, term);
        rows.AddRange(group.Rows);
        if (number == Quiet)
            return;
        for (int i = 0; i < course.Reflections.Count; i++)
        {
            if (term.IsOver(i))
                Reflect(mentor, number, i);
            else if (term.IsPresent(i))
                Begin(mentor, number, i);
        }

        for (int week = 2; week <= term.Week; week++)
            Log(group, mentor, number, week);
    }

    /// <summary>A reflection whose day has passed: handed in by most, late by some, and graded as far as the instructor has come.</summary>
    private void Reflect(Member mentor, int number, int reflection)
    {
        if ((number + reflection) % 9 == 5)
            return;
        bool isLate = (number + (3 * reflection)) % 7 == 3;
        var activity = course.Reflections[reflection];
        var handedInAt = activity.DueAt!.Value + (isLate ? TimeSpan.FromHours(20 + number) : -TimeSpan.FromHours(3 + (2 * number)));
        var sample = SampleTexts.Of(reflection, number);
        var submission = HandIn(mentor, activity, sample.Text, handedInAt);
        // The last one that was due is half graded: half of it waits.
        bool isNewest = reflection + 1 == course.Reflections.Count || !term.IsOver(reflection + 1);
        if (isNewest ? number % 2 == 0 && !isLate : !isLate || number % 2 == 0)
            Grade(submission, activity, sample, Later(handedInAt, days: 4));
    }

    /// <summary>A reflection that is due soon: a few have handed in, some have begun, most have not.</summary>
    private void Begin(Member mentor, int number, int reflection)
    {
        var activity = course.Reflections[reflection];
        var sample = SampleTexts.Of(reflection, number);
        if (number % 9 == 2)
        {
            HandIn(mentor, activity, sample.Text, term.Now.AddHours(-5 - number));
        }
        else if (number % 4 == 1)
        {
            var submission = Submission.Begin(activity, mentor.Id, term.Now);
            submission.SaveDraft(sample.Beginning, basedOn: 0, activity.TermsFor(allowance: null), term.Now.AddHours(-20 - number));
            rows.Add(submission);
        }
    }

    private Submission HandIn(Member mentor, Activity activity, string text, DateTimeOffset at)
    {
        var submission = Submission.Begin(activity, mentor.Id, at);
        submission.SaveDraft(text, basedOn: 0, activity.TermsFor(allowance: null), at.AddMinutes(-10));
        submission.HandIn(submission.DraftVersion, [], activity.TermsFor(allowance: null), at);
        // With it its attempt.
        rows.Add(submission);
        return submission;
    }

    private void Grade(Submission submission, Activity activity, SampleTexts.Sample sample, DateTimeOffset at)
    {
        var attempt = submission.Current!;
        var assessment = Assessment.Begin(attempt, activity, course.Rubric, course.Instructor.Id, at);
        var marks = course.Rubric.Criteria.Zip(sample.Levels.Split(' '), (criterion, level) => new Mark(criterion.Key, level, "")).ToList();
        assessment.Write(new Verdict(marks, sample.Comment, Passages: []), course.Instructor.Id, at);
        assessment.Release(submission, attempt, activity, activity.TermsFor(allowance: null), term.Zone, at);
        rows.Add(assessment);
    }

    /// <summary>A session a week; the newest are not reviewed yet, one was returned, and of one somebody should know.</summary>
    private void Log(SampleGroup group, Member mentor, int number, int week)
    {
        if (week == term.Week && number % 3 == 0)
            return;
        bool isReturned = week == term.Week - 1 && number == 2;
        var entry = group.Tell(week, course, mentor, wasHeld: number != 4 || week != 4, needsAttention: week == term.Week && number == 7);
        if (isReturned)
            entry.Return(course.Instructor.Id, "Who took part? A first name or an alias will do.", Later(entry.StartsAt, days: 2));
        else if (week <= term.Week - 2 || (week == term.Week - 1 && number % 4 != 2))
            entry.Approve(course.Instructor.Id, "", Later(entry.StartsAt, days: 3));
        rows.Add(entry);
    }

    private static void Lead(List<Member> mentors)
    {
        mentors[Leader].NameLeader();
        foreach (var led in mentors.Skip(FirstLed).Take(LastLed - FirstLed + 1))
            led.LeaderId = mentors[Leader].Id;
    }

    /// <summary>Somebody whom the LMS no longer knows: the work stays, and its grade has nowhere to go.</summary>
    private void Leave()
    {
        var left = new Member
        {
            Id = MemberId.New(course.Programme.StartedAt),
            CourseId = course.Course.Id,
            Subject = SampleNames.Left(course.Course.ContextId),
            Name = "Thistle Wander",
            Role = MemberRole.Mentor,
            IsActive = false,
            JoinedAt = course.Programme.StartedAt,
        };
        rows.Add(left);
        if (!term.IsOver(0))
            return;
        var activity = course.Reflections[0];
        var sample = SampleTexts.Of(0, 1);
        var handedInAt = activity.DueAt!.Value.AddHours(-30);
        Grade(HandIn(left, activity, sample.Text, handedInAt), activity, sample, Later(handedInAt, days: 4));
    }

    private DateTimeOffset Later(DateTimeOffset time, int days) => time.AddDays(days) < term.Now ? time.AddDays(days) : term.Now.AddMinutes(-5);
}
