namespace Lti.Services;

/// <summary>Access tokens.</summary>
public sealed class ServiceTokens
{
}
