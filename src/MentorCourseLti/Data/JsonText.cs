using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorCourseLti.Data;

/// <summary>Keeps a list of records as one JSON text: it is read and written whole, never searched.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static void IsJsonText<T>(this PropertyBuilder<IReadOnlyList<T>> property) => property.HasConversion(
        list => JsonSerializer.Serialize(list, Options),
        text => JsonSerializer.Deserialize<List<T>>(text, Options) ?? new List<T>(),
        // The lists are replaced, never changed in place.
        new ValueComparer<IReadOnlyList<T>>((a, b) => ReferenceEquals(a, b), list => list.Count, list => list));
}
