using PracticeLms.Courses;
using PracticeLms.Hosting;

namespace PracticeLms.Launching;

/// <summary>Third-party initiated login (OIDC core 4; LTI 1.3 security framework 5.1.1.1): the first step of every launch.</summary>
internal sealed class LoginInitiation(Campus campus, Addresses addresses, LaunchTable launches)
{
    public IResult Start(Person person, Course course, Errand errand) =>
        SelfSubmittingForm.To(addresses.ToolLogin.AbsoluteUri, Fields(person, course, errand));

    /// <summary>The same by GET, which LTI allows too.</summary>
    public IResult Redirect(Person person, Course course, Errand errand) =>
        Results.Redirect(addresses.ToolLogin.AbsoluteUri + QueryString.Create(Fields(person, course, errand)!));

    private Dictionary<string, string> Fields(Person person, Course course, Errand errand)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["iss"] = addresses.Issuer,
            ["target_link_uri"] = errand is Errand.Show { Address: var address } ? address : addresses.Target,
            ["login_hint"] = person.Id,
            ["lti_message_hint"] = campus.Manner.MessageHint(launches.Begin(person, course, errand).Id, errand.Link is { } link ? campus.ModuleOf(link) : 0),
            ["client_id"] = Addresses.ClientId,
            ["lti_deployment_id"] = Addresses.DeploymentId,
        };
        campus.Manner.AddToLogin(fields);
        return fields;
    }
}
