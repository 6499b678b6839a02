namespace Lti.Launching;

/// <summary>Whose submission is looked at (LTI submission review 1.0: the <c>for_user</c> claim).</summary>
/// <param name="UserId">The person as launches name them by <c>sub</c>; at most 255 characters.</param>
/// <param name="Name">The person's name; null where the platform does not say.</param>
public sealed record LtiForUser(string UserId, string? Name);
