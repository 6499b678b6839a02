using System.Text.Json;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorCourseLti.Data;

/// <summary>Keeps a list of records as one JSON text: it is read and written whole, never searched.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>A rubric is read by every mentor of a course, the same text each time.</summary>
    private static readonly Remembered<string, IReadOnlyList<Criterion>> Criteria = new(most: 500, text => ReadList<Criterion>(text));

    public static PropertyBuilder IsJsonText<T>(this PropertyBuilder<IReadOnlyList<T>> property) =>
        property.HasConversion(list => Write(list), text => ReadList<T>(text), Comparer<T>());

    public static void IsRubricText(this PropertyBuilder<IReadOnlyList<Criterion>> property) =>
        property.HasConversion(list => Write(list), text => ReadCriteria(text), Comparer<Criterion>());

    public static IReadOnlyList<Criterion> ReadCriteria(string text) => Criteria[text];

    public static IReadOnlyList<AttachmentId> ReadFiles(string text) => text == "[]" ? [] : ReadList<AttachmentId>(text);

    public static IReadOnlyList<Mark> ReadMarks(string text) => ReadList<Mark>(text);

    public static string Write<T>(T record)
        where T : class => JsonSerializer.Serialize(record, Options);

    public static T? Read<T>(string text)
        where T : class => JsonSerializer.Deserialize<T>(text, Options);

    private static List<T> ReadList<T>(string text) => JsonSerializer.Deserialize<List<T>>(text, Options) ?? [];

    // The lists are replaced, never changed in place.
    private static ValueComparer<IReadOnlyList<T>> Comparer<T>() => new((a, b) => ReferenceEquals(a, b), list => list.Count, list => list);
}
