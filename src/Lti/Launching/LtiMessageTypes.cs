namespace Lti.Launching;

/// <summary>The values of the <c>message_type</c> claim that this library accepts (LTI 1.3 core, 5.3.1).</summary>
public static class LtiMessageTypes
{
    /// <summary>A person opened a link (LTI 1.3 core, 5).</summary>
    public const string ResourceLink = "LtiResourceLinkRequest";

    /// <summary>An instructor picks what a new link is to open (deep linking 2.0, 3.3).</summary>
    public const string DeepLinking = "LtiDeepLinkingRequest";

    /// <summary>Somebody looks at one person's submission from the gradebook (LTI submission review 1.0).</summary>
    public const string SubmissionReview = "LtiSubmissionReviewRequest";
}
