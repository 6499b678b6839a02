namespace Lti.Grades.Internal;

/// <summary>Addresses derived from a line item's, which may carry a query (Moodle: <c>…/lineitem?type_id=1</c>).</summary>
internal static class AgsAddresses
{
    /// <summary>AGS 2.0, 3.4.2 and 3.3.2: <c>/scores</c> and <c>/results</c> belong to the path, before the query.</summary>
    public static Uri Below(Uri lineItem, string name)
    {
        var path = lineItem.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return new Uri($"{path}/{name}{lineItem.Query}");
    }
}
