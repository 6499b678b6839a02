using PracticeLms.Gradebooks;
using PracticeLms.Journals;
using PracticeLms.Manners;
using static PracticeLms.Journals.JournalEntry;

namespace PracticeLms.Courses;

/// <summary>
/// The whole state of this LMS. Every change is a <see cref="JournalEntry"/>: it is applied, then written down, and the same
/// <see cref="Apply"/> rebuilds the state from the journal.
/// </summary>
public sealed class Campus
{
    private const int ModulesPerCourse = 10_000;

    private readonly Lock structure = new();
    private readonly Dictionary<string, Course> courses;
    private readonly Dictionary<string, Person> people;
    private readonly TimeProvider time;
    private Journal journal = Journal.InMemory();

    internal Campus(IReadOnlyList<Course> courses, TimeProvider time)
    {
        Courses = courses;
        this.time = time;
        this.courses = courses.ToDictionary(course => course.Id, StringComparer.Ordinal);
        people = courses.SelectMany(course => course.Members.Append(course.TestStudent)).ToDictionary(person => person.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<Course> Courses { get; }

    public CampusSettings Settings { get; private set; } = new();

    /// <summary>How this LMS behaves just now.</summary>
    public Manner Manner { get; private set; } = Manner.Moodle;

    /// <summary>The tool as it registered itself; none where it was entered by hand.</summary>
    public RegisteredTool? Tool { get; private set; }

    public CampusCounters Counters { get; } = new();

    public Course? FindCourse(string? id) => id is null ? null : courses.GetValueOrDefault(id);

    public Person? FindPerson(string? id) => id is null ? null : people.GetValueOrDefault(id);

    public (Course Course, CourseLink Link)? FindLink(string? id)
    {
        if (id is null) return null;

        foreach (var course in Courses)
        {
            if (id.StartsWith(course.Id, StringComparison.Ordinal) && course.FindLink(id) is { } link) return (course, link);
        }

        return null;
    }

    /// <summary>The link's number among all links of all courses, as Moodle numbers course modules.</summary>
    public int ModuleOf(CourseLink link) => (Courses.TakeWhile(course => course.Id != link.CourseId).Count() * ModulesPerCourse) + Course.NumberIn(link.Id) + 1;

    public (Course Course, CourseLink Link)? FindModule(int module)
    {
        if (module < 1 || Courses.ElementAtOrDefault((module - 1) / ModulesPerCourse) is not { } course) return null;

        return course.Links.FirstOrDefault(link => ModuleOf(link) == module) is { } found ? (course, found) : null;
    }

    public void Behave(Manner manner) => Save(Settings with { Manner = manner.Name });

    public void Save(CampusSettings settings) => Record(new SettingsSaved(time.GetUtcNow(), settings));

    public CourseLink AddLink(Course course, string title, decimal? points) =>
        AddLink(course, link => link with { Title = title }, points is null ? null : new() { Label = title, ScoreMaximum = points.Value });

    /// <param name="fill">Says everything of the link but its id.</param>
    /// <param name="column">Its column; none for none.</param>
    public CourseLink AddLink(Course course, Func<CourseLink, CourseLink> fill, LineItemFacts? column)
    {
        lock (structure)
        {
            var link = fill(new CourseLink(course.NextLinkId(), course.Id, Title: ""));
            Record(new LinkSaved(time.GetUtcNow(), link));
            if (column is not null) AddLineItem(course, column with { ResourceLinkId = link.Id });
            return link;
        }
    }

    /// <summary>Somebody of another course is in this one too, with the same role: the next part of a year that runs through several courses.</summary>
    public void Enrol(Course course, Person person) => Record(new PersonEnrolled(time.GetUtcNow(), course.Id, person.Id));

    /// <summary>A tool has registered itself, for the first time or anew.</summary>
    public void Register(RegisteredTool tool) => Record(new ToolRegistered(time.GetUtcNow(), tool));

    public void Rename(CourseLink link, string title) => Record(new LinkSaved(time.GetUtcNow(), link with { Title = title }));

    /// <summary>Removes the link and its columns, as an LMS does with an activity.</summary>
    public void Remove(Course course, CourseLink link)
    {
        lock (structure)
        {
            foreach (var item in course.LineItemsOf(link)) Remove(item);
            Record(new LinkRemoved(time.GetUtcNow(), course.Id, link.Id));
        }
    }

    public LineItem AddLineItem(Course course, LineItemFacts facts)
    {
        lock (structure)
        {
            var id = course.NextLineItemId();
            Record(new LineItemSaved(time.GetUtcNow(), course.Id, id, facts));
            return course.FindLineItem(id)!;
        }
    }

    public void Change(LineItem item, LineItemFacts facts) => Record(new LineItemSaved(time.GetUtcNow(), item.CourseId, item.Id, facts));

    public void Remove(LineItem item) => Record(new LineItemRemoved(time.GetUtcNow(), item.CourseId, item.Id));

    /// <summary>Takes a score in the present manner, or says why not.</summary>
    public Refusal? Receive(LineItem item, ScorePost score)
    {
        var (manner, now) = (Manner, time.GetUtcNow());
        return item.CellOf(score.UserId!).Receive(
            score,
            now,
            grade => manner.Judge(grade, score, now),
            grade => manner.Enter(grade, score, item.ScoreMaximum, now),
            () => journal.Append(new ScoreReceived(now, item.CourseId, item.Id, manner.Name, score)));
    }

    /// <summary>A teacher types a grade; no score gives the cell back to the tool.</summary>
    public void TypeGrade(LineItem item, Person person, decimal? score)
    {
        var typed = new GradeTyped(time.GetUtcNow(), item.CourseId, item.Id, person.Id, score);
        item.CellOf(person.Id).Change(grade => Typed(grade, typed), () => journal.Append(typed));
    }

    /// <summary>From here on, what happens is written to this journal.</summary>
    internal void WriteTo(Journal opened) => journal = opened;

    internal void Apply(JournalEntry entry)
    {
        switch (entry)
        {
            case SettingsSaved saved:
                Settings = saved.Settings;
                Manner = Manner.Named(saved.Settings.Manner) ?? Manner.Moodle;
                break;
            case ToolRegistered registered:
                Tool = registered.Tool;
                break;
            case PersonEnrolled enrolled when FindPerson(enrolled.Person) is { } guest:
                FindCourse(enrolled.Course)?.Keep(guest);
                break;
            case LinkSaved saved:
                FindCourse(saved.Link.CourseId)?.Keep(saved.Link);
                break;
            case LinkRemoved removed:
                FindCourse(removed.Course)?.RemoveLink(removed.Link);
                break;
            case LineItemSaved saved when FindCourse(saved.Course) is { } course:
                if (course.FindLineItem(saved.Item) is { } known) known.Facts = saved.Facts;
                else course.Keep(new LineItem(saved.Item, course.Id, saved.Facts));
                break;
            case LineItemRemoved removed:
                FindCourse(removed.Course)?.RemoveLineItem(removed.Item);
                break;
            case ScoreReceived received when FindLineItem(received.Course, received.Item) is { } item && received.Score.UserId is { } user:
                var manner = Manner.Named(received.Manner) ?? Manner.Moodle;
                item.CellOf(user).Receive(
                    received.Score,
                    received.At,
                    judge: static _ => null,
                    grade => manner.Enter(grade, received.Score, item.ScoreMaximum, received.At),
                    taken: static () => { });
                break;
            case GradeTyped typed when FindLineItem(typed.Course, typed.Item) is { } item:
                item.CellOf(typed.Person).Change(grade => Typed(grade, typed), changed: static () => { });
                break;
        }
    }

    private static Grade Typed(Grade grade, GradeTyped typed) =>
        grade with { TypedScore = typed.Score, ChangedAt = typed.At };

    private LineItem? FindLineItem(string course, string item) => FindCourse(course)?.FindLineItem(item);

    private void Record(JournalEntry entry)
    {
        lock (structure)
        {
            Apply(entry);
            journal.Append(entry);
        }
    }
}
