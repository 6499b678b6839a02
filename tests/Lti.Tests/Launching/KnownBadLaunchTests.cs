using Lti.Launching;
using Lti.Tests.Drivers;

namespace Lti.Tests.Launching;

/// <summary>The certification suite's list of known bad payloads, in its order.</summary>
public sealed class KnownBadLaunchTests
{
    [Fact]
    public Task No_kid_in_the_header_is_refused() =>
        Refused(LaunchErrors.KeyIdMissing, message => message.WithHeader("kid", null));

    [Fact]
    public Task An_incorrect_kid_in_the_header_is_refused() =>
        Refused(LaunchErrors.KeyUnknown, message => message.WithHeader("kid", "imstester_66067"));

    [Fact]
    public Task A_wrong_LTI_version_is_refused() =>
        Refused(LaunchErrors.VersionUnsupported, message => message.WithLti("version", "11.3"));

    [Fact]
    public Task No_LTI_version_is_refused() =>
        Refused(LaunchErrors.VersionMissing, message => message.WithoutLti("version"));

    [Fact]
    public Task An_invalid_LTI_message_is_refused() =>
        Refused(LaunchErrors.TokenMalformed, message => message.WithPayload(_ => """{"name":"badltilaunch"}""").WithToken(token => token.Replace('.', '~')));

    [Fact]
    public Task A_signed_text_that_is_no_message_is_refused() =>
        Refused(LaunchErrors.IssuerMismatch, message => message.WithPayload(_ => """{"name":"badltilaunch"}"""));

    [Fact]
    public Task Missing_LTI_claims_are_refused() =>
        Refused(LaunchErrors.VersionMissing, message => message
            .WithoutLti("version").WithoutLti("message_type").WithoutLti("deployment_id").WithoutLti("roles").WithoutLti("resource_link"));

    [Fact]
    public Task Incorrect_timestamps_are_refused() =>
        Refused(LaunchErrors.Expired, message => message.With("iat", 11111).With("exp", 22222));

    [Fact]
    public Task Timestamps_of_the_future_are_refused() =>
        Refused(LaunchErrors.NotYetValid, message => message.With("iat", 33_331_111_111).With("exp", 33_331_112_222));

    [Fact]
    public Task Missing_timestamps_are_refused() =>
        Refused(LaunchErrors.TimestampsMissing, message => message.Without("iat", "exp"));

    [Fact]
    public Task A_missing_message_type_is_refused() =>
        Refused(LaunchErrors.MessageTypeMissing, message => message.WithoutLti("message_type"));

    [Fact]
    public Task A_missing_role_claim_is_refused() =>
        Refused(LaunchErrors.RolesMissing, message => message.WithoutLti("roles"));

    [Fact]
    public Task A_missing_deployment_id_is_refused() =>
        Refused(LaunchErrors.DeploymentMissing, message => message.WithoutLti("deployment_id"));

    [Fact]
    public Task A_missing_resource_link_id_is_refused() =>
        Refused(LaunchErrors.ResourceLinkMissing, message => message.WithLti("resource_link", new System.Text.Json.Nodes.JsonObject { ["title"] = "No id" }));

    [Fact]
    public async Task A_missing_sub_is_refused_with_a_sentence_that_says_what_to_send()
    {
        var error = await Refused(LaunchErrors.SubjectMissing, message => message.Without("sub"));

        error.Message.ShouldContain("(sub)");
        error.Status.ShouldBeInRange(400, 499);
    }

    private static async Task<LaunchError> Refused(LaunchError expected, Func<LaunchMessage, LaunchMessage> spoil)
    {
        await using var world = await World.StartAsync();

        var outcome = await world.LaunchAsync(spoil);

        return outcome.ShouldBeRefusedWith(expected);
    }
}
