using PracticeLms.Courses;
using PracticeLms.Hosting;

namespace PracticeLms;

/// <summary>What the console says once the practice LMS listens.</summary>
internal static class Greeting
{
    public static void Print(WebApplication app)
    {
        var campus = app.Services.GetRequiredService<Campus>();
        var options = app.Services.GetRequiredService<PracticeLmsOptions>();
        var addresses = app.Services.GetRequiredService<Addresses>();
        Console.WriteLine(
            $"""
            The practice LMS plays the platform side of LTI 1.3, in the manner of {campus.Manner.Title}.
              open          {addresses.Issuer}
              tool          {options.Tool}
              courses       {campus.Courses.Count}, with {options.Members} mentors, all of them invented
              kept in       {(options.Data.Length == 0 ? "memory only" : options.Data)}
            Register it in the tool with
              issuer        {addresses.Issuer}
              client id     {Addresses.ClientId}
              deployment    {Addresses.DeploymentId}
              authorization {addresses.Issuer}/lti/authorize
              token         {addresses.Token}
              jwks          {addresses.Issuer}/lti/jwks
            """);
    }
}
