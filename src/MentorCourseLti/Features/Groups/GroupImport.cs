using MentorCourseLti.Data;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Groups;

/// <summary>Takes in a list of groups with their mentors and mentees: all of it, or nothing.</summary>
public sealed class GroupImport(CourseDb db, TimeProvider clock, IStringLocalizer<GroupImport> text)
{
    private const int MostProblems = 20;

    /// <summary>How many groups and mentees are new, or what stands in the way, in sentences.</summary>
    public async Task<(int Groups, int Mentees, IReadOnlyList<string> Problems)> TakeAsync(ProgrammeId programme, IReadOnlyList<GroupLine> lines, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var people = await PeopleAsync(programme, cancel);
        // By hand, two groups may be made whose names differ in capitals alone.
        var groups = (await db.Groups.Where(one => one.ProgrammeId == programme).Include(one => one.Mentors).ToListAsync(cancel)).ToLookup(one => one.Name, StringComparer.OrdinalIgnoreCase);
        var all = await db.Mentees.Where(mentee => mentee.ProgrammeId == programme && mentee.LeftAt == null).ToListAsync(cancel);
        var mentees = all.ToLookup(mentee => mentee.GroupId);
        var waiting = mentees[null].GroupBy(mentee => mentee.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(of => of.Key, of => new Queue<Mentee>(of), StringComparer.OrdinalIgnoreCase);
        var problems = new List<string>();
        var (newGroups, newMentees) = (0, 0);
        foreach (var of in lines.GroupBy(line => line.Group, StringComparer.OrdinalIgnoreCase))
        {
            var subjects = SubjectsOf(of, people, problems);
            if (groups[of.Key].MaxBy(one => one.Name == of.Key) is not { } group)
            {
                group = new Group { Id = GroupId.New(now), ProgrammeId = programme, Name = of.Key, MadeAt = now };
                db.Add(group);
                newGroups++;
            }

            string[] leads = [.. group.Mentors.Select(mentor => mentor.Subject).Union(subjects, StringComparer.Ordinal)];
            if (group.EndedAt is not null)
                problems.Add(text["Ended", of.First().Line, of.Key]);
            if (leads.Length > Group.MostMentors)
                problems.Add(text["Mentors.TooMany", of.Last(line => line.Mentor is not null).Line, of.Key, Group.MostMentors]);
            else if (leads.Length > group.Mentors.Count)
                group.GiveTo(leads);

            var known = mentees[group.Id].Select(mentee => mentee.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            int before = known.Count;
            foreach (var line in of.Where(line => line.Mentee is not null && known.Add(line.Mentee)))
            {
                // As where a group is made by hand: whoever is in no group yet comes in.
                if (waiting.GetValueOrDefault(line.Mentee!) is { Count: > 0 } alone)
                    alone.Dequeue().GroupId = group.Id;
                else
                    db.Add(new Mentee { Id = MenteeId.New(now), ProgrammeId = programme, Name = line.Mentee!, GroupId = group.Id, AddedAt = now });
            }

            // The same list from two windows at once is noticed, also where it brings mentees alone.
            newMentees += known.Count - before;
            if (known.Count > before)
                group.Touch();

            if (known.Count > Group.MostMentees)
                problems.Add(text["Mentees.TooMany", of.Last().Line, of.Key, Group.MostMentees]);
        }

        if (problems.Count > 0)
        {
            db.ChangeTracker.Clear();
            return (0, 0, [.. problems.Take(MostProblems)]);
        }

        return await db.TrySaveAsync(cancel) ? (newGroups, newMentees, []) : (0, 0, [text["ChangedMeanwhile"]]);
    }

    private List<string> SubjectsOf(IEnumerable<GroupLine> lines, ILookup<string, Person> people, List<string> problems)
    {
        var subjects = new List<string>();
        foreach (var line in lines.Where(line => line.Mentor is not null))
        {
            var found = people[line.Mentor!].Select(person => person.Subject).Distinct(StringComparer.Ordinal).ToList();
            if (found.Count == 1)
                subjects.Add(found[0]);
            else
                problems.Add(text[found.Count == 0 ? "Mentor.Unknown" : "Mentor.Ambiguous", line.Line, line.Mentor!]);
        }

        return subjects;
    }

    /// <summary>The programme's mentors by what a list may call them.</summary>
    private async Task<ILookup<string, Person>> PeopleAsync(ProgrammeId programme, CancellationToken cancel)
    {
        var all = await db.MentorsOf(programme).Where(member => member.IsActive).Select(member => new Person(member.Subject, member.Name, member.Email)).ToListAsync(cancel);
        return all.SelectMany(person => new[] { person.Subject, person.Name, person.Email }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Select(called => (called, person)))
            .ToLookup(one => one.called, one => one.person, StringComparer.OrdinalIgnoreCase);
    }

    private sealed record Person(string Subject, string? Name, string? Email);
}
