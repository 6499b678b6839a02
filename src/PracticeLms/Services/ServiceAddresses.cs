using PracticeLms.Courses;
using PracticeLms.Gradebooks;
using PracticeLms.Hosting;

namespace PracticeLms.Services;

/// <summary>Full addresses of the services in the present manner.</summary>
internal sealed class ServiceAddresses(Campus campus, Addresses addresses)
{
    public string LineItems(Course course) => Full(campus.Manner.LineItemsPath(course.Id));

    public string LineItem(LineItem item) => Full(LineItemPath(item));

    // AGS 2.0, 3.2.1: before the query.
    public string Results(LineItem item) => Full($"{LineItemPath(item)}/results");

    public string Result(LineItem item, string personId) => Full($"{LineItemPath(item)}/results/{personId}");

    public string Memberships(Course course) => Full(campus.Manner.MembershipsPath(course.Id));

    private string LineItemPath(LineItem item) => campus.Manner.LineItemPath(item.CourseId, item.Id);

    private string Full(string path) => $"{addresses.Issuer}{path}{campus.Manner.Query}";
}
