using Microsoft.Extensions.Options;

namespace Lti.Hosting;

/// <summary>Says at start what is missing or wrong, with the setting's name.</summary>
internal sealed class LtiOptionsValidator : IValidateOptions<LtiOptions>
{
    public ValidateOptionsResult Validate(string? name, LtiOptions options)
    {
        var problems = new List<string>();
        if (options.PublicUrl is not { IsAbsoluteUri: true } url || url.Scheme is not ("https" or "http"))
            problems.Add("PublicUrl is missing: set the tool's own address, such as https://tool.example.edu.");
        else if (url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
            problems.Add("PublicUrl must have no user, query or fragment.");
        else if (url.Scheme is "http" && !options.AllowPrivateNetworks)
            problems.Add("PublicUrl must be https unless AllowPrivateNetworks is set.");
        if (options.ClockSkew < TimeSpan.Zero || options.ClockSkew > TimeSpan.FromMinutes(10))
            problems.Add("ClockSkew must be between 0 and 10 minutes.");
        if (options.LoginLifetime < TimeSpan.FromMinutes(1) || options.LoginLifetime > TimeSpan.FromHours(1))
            problems.Add("LoginLifetime must be between 1 minute and 1 hour.");
        if (options.KeyOverlap < TimeSpan.FromHours(1))
            problems.Add("KeyOverlap must be at least 1 hour.");
        if (string.IsNullOrWhiteSpace(options.UserAgent) || options.UserAgent.Any(c => c is < ' ' or > '~'))
            problems.Add("UserAgent must be printable ASCII.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
