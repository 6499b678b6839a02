using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using PracticeLms.Gradebooks;

namespace PracticeLms.Courses;

/// <summary>A course with its people, its links and its gradebook's columns.</summary>
public sealed class Course
{
    private readonly ConcurrentDictionary<string, Numbered<CourseLink>> links = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Numbered<LineItem>> lineItems = new(StringComparer.Ordinal);
    private readonly List<Person> mentors = [];
    private ImmutableList<Person> guests = [];
    private int lastNumber;
    private int lastLink;
    private int lastItem;

    internal Course(string id, string label, string title, Person instructor, Person testStudent)
    {
        Id = id;
        Label = label;
        Title = title;
        Instructor = instructor;
        TestStudent = testStudent;
    }

    public string Id { get; }

    public string Label { get; }

    public string Title { get; }

    public Person Instructor { get; }

    public Person TestStudent { get; }

    public IReadOnlyList<Person> Mentors => guests.IsEmpty ? mentors : [.. mentors, .. guests.Where(guest => !guest.IsInstructor)];

    public IEnumerable<Person> Members => [Instructor, .. guests.Where(guest => guest.IsInstructor), .. Mentors];

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<CourseLink> Links => InOrder(links);

    /// <summary>The gradebook's columns, in the order in which they were made.</summary>
    public IReadOnlyList<LineItem> LineItems => InOrder(lineItems);

    public CourseLink? FindLink(string id) => links.GetValueOrDefault(id)?.Value;

    public LineItem? FindLineItem(string id) => lineItems.GetValueOrDefault(id)?.Value;

    /// <summary>The columns of a link: usually one, none or (when a tool made more) several.</summary>
    public IReadOnlyList<LineItem> LineItemsOf(CourseLink link) =>
        [.. LineItems.Where(item => item.Facts.ResourceLinkId == link.Id)];

    /// <summary>Whether the person is at home here, or was enrolled from another course.</summary>
    public bool Has(Person person) => person.CourseId == Id || guests.Exists(guest => guest.Id == person.Id);

    internal void Enrol(Person mentor) => mentors.Add(mentor);

    internal void Keep(Person guest)
    {
        if (!Has(guest)) guests = guests.Add(guest);
    }

    // Ids of removed things are never given again, not even after a restart: a tool may still hold their addresses.
    internal string NextLinkId() => string.Create(CultureInfo.InvariantCulture, $"{Id}-link-{lastLink + 1}");

    internal string NextLineItemId() => string.Create(CultureInfo.InvariantCulture, $"{Id}-item-{lastItem + 1}");

    internal void Keep(CourseLink link)
    {
        lastLink = Math.Max(lastLink, NumberIn(link.Id));
        links.AddOrUpdate(link.Id, _ => new(++lastNumber, link), (_, old) => old with { Value = link });
    }

    internal void Keep(LineItem item)
    {
        lastItem = Math.Max(lastItem, NumberIn(item.Id));
        lineItems[item.Id] = new(++lastNumber, item);
    }

    internal void RemoveLink(string id) => links.TryRemove(id, out _);

    internal void RemoveLineItem(string id) => lineItems.TryRemove(id, out _);

    internal static int NumberIn(string id) =>
        int.TryParse(id.AsSpan(id.LastIndexOf('-') + 1), CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static IReadOnlyList<T> InOrder<T>(ConcurrentDictionary<string, Numbered<T>> things) =>
        [.. things.Values.OrderBy(thing => thing.Number).Select(thing => thing.Value)];

    private sealed record Numbered<T>(int Number, T Value);
}
