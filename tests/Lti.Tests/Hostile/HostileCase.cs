using Lti.Launching;
using Lti.Tests.Drivers;

namespace Lti.Tests.Hostile;

/// <summary>One line of a table: what somebody does to a launch message that would have been right, and what must happen.</summary>
/// <param name="Expected">None where the launch opens all the same.</param>
internal sealed record HostileCase(LaunchError? Expected, Func<LaunchMessage, LaunchMessage> Spoil)
{
    public async Task HappensAsync()
    {
        await using var world = await World.StartAsync();

        var outcome = await world.LaunchAsync(Spoil);

        if (Expected is null)
            outcome.ShouldBeAccepted();
        else
            outcome.ShouldBeTurnedAwayWith(Expected);
    }
}

internal static class HostileAssertions
{
    /// <summary>Refused in words, with a code and a status of 4xx; the application was given nothing that it could open a session for.</summary>
    public static LaunchError ShouldBeTurnedAwayWith(this Outcome outcome, LaunchError expected)
    {
        var error = outcome.ShouldBeRefusedWith(expected);
        error.Status.ShouldBeInRange(400, 499);
        error.Message.Length.ShouldBeGreaterThan(20);
        (error.Detail?.Length ?? 0).ShouldBeLessThan(400);
        outcome.Location.ShouldBeNull();
        return error;
    }
}
