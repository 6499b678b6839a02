using Lti.Platforms;

namespace Lti.Launching.Internal;

/// <summary>What each message must hold (LTI 1.3 core, 5.3), and how its claims become an <see cref="LtiLaunch"/>.</summary>
internal static class MessageRules
{
    public static LaunchError? Check(LaunchClaims claims, OwnAddresses own)
    {
        // 5.3.2
        if (claims.Version is null)
            return LaunchErrors.VersionMissing;
        if (claims.Version is not "1.3.0")
            return LaunchErrors.VersionUnsupported;
        // 5.3.1
        if (claims.MessageType is null)
            return LaunchErrors.MessageTypeMissing;
        if (claims.MessageType is not (LtiMessageTypes.ResourceLink or LtiMessageTypes.DeepLinking or LtiMessageTypes.SubmissionReview))
            return LaunchErrors.MessageTypeUnsupported;
        // 5.3.3
        if (claims.DeploymentId is null)
            return LaunchErrors.DeploymentMissing;
        if (!ClaimReading.IsKeepable(claims.DeploymentId))
            return LaunchErrors.ClaimMalformed with { Detail = "deployment_id" };
        // 5.3.6.1: may be absent in an anonymous launch, but nobody's work can be kept.
        if (claims.Subject is null)
            return LaunchErrors.SubjectMissing;
        if (!ClaimReading.IsKeepable(claims.Subject))
            return LaunchErrors.ClaimMalformed with { Detail = "sub" };
        // 5.3.7: required, may be empty.
        if (claims.Roles is null)
            return LaunchErrors.RolesMissing;
        // 5.3.4. That the login named the same target is not checked: the signed one decides, and platforms differ here.
        if (claims.TargetLinkUri is null)
            return LaunchErrors.TargetMissing;
        if (!own.IsOurs(claims.TargetLinkUri))
            return LaunchErrors.TargetElsewhere;
        if (claims.Context is { } context && !ClaimReading.IsKeepable(context.Id))
            return LaunchErrors.ClaimMalformed with { Detail = "context.id" };

        return claims.MessageType switch
        {
            LtiMessageTypes.ResourceLink => CheckResourceLink(claims),
            LtiMessageTypes.SubmissionReview => CheckReview(claims),
            // Deep linking 2.0, 3.3.1: the settings are required, with the return address and the types.
            _ => claims.DeepLinking is null ? LaunchErrors.DeepLinkingSettingsMissing : null,
        };
    }

    // 5.3.5
    private static LaunchError? CheckResourceLink(LaunchClaims claims)
    {
        if (claims.ResourceLink is null)
            return LaunchErrors.ResourceLinkMissing;
        return ClaimReading.IsKeepable(claims.ResourceLink.Id) ? null : LaunchErrors.ClaimMalformed with { Detail = "resource_link.id" };
    }

    // Submission review 1.0: for_user is required, and the column; some platforms name the link instead.
    private static LaunchError? CheckReview(LaunchClaims claims)
    {
        if (claims.ForUser is null)
            return LaunchErrors.ForUserMissing;
        if (!ClaimReading.IsKeepable(claims.ForUser.UserId))
            return LaunchErrors.ClaimMalformed with { Detail = "for_user.user_id" };
        return claims.ResourceLink is null && claims.Ags?.LineItem is not null ? null : CheckResourceLink(claims);
    }

    public static LtiLaunch ToLaunch(LaunchClaims claims, Platform platform, TimeSpan skew)
    {
        var launch = new LtiLaunch
        {
            Platform = platform,
            DeploymentId = claims.DeploymentId!,
            Subject = claims.Subject!,
            MessageType = claims.MessageType!,
            Nonce = claims.Nonce!,
            NonceExpiresAt = claims.ExpiresAt!.Value + skew,
            IssuedAt = claims.IssuedAt!.Value,
            TargetLinkUri = new Uri(claims.TargetLinkUri!),
            Roles = claims.Roles!.Count == 0 ? LtiRoles.Empty : new LtiRoles(claims.Roles),
            Person = new LtiPerson
            {
                Name = claims.Name,
                GivenName = claims.GivenName,
                FamilyName = claims.FamilyName,
                Email = claims.Email,
                Locale = claims.Locale,
            },
            ForUser = claims.MessageType is LtiMessageTypes.SubmissionReview ? claims.ForUser : null,
            ResourceLink = claims.MessageType is LtiMessageTypes.DeepLinking ? null : claims.ResourceLink,
            DeepLinking = claims.MessageType is LtiMessageTypes.DeepLinking ? claims.DeepLinking : null,
            Context = claims.Context,
            Presentation = claims.Presentation,
            ToolPlatform = claims.ToolPlatform,
            Ags = claims.Ags,
            Nrps = claims.Nrps,
            Family = FamilyOf(claims, platform),
        };
        return claims.Custom is { } custom ? launch with { Custom = custom } : launch;
    }

    private static LmsFamily FamilyOf(LaunchClaims claims, Platform platform)
    {
        var family = LmsQuirks.FamilyOf(claims.ToolPlatform?.ProductFamilyCode, claims.Issuer!);
        return family is LmsFamily.Unknown ? platform.Family : family;
    }
}
