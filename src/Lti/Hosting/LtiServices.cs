using Lti.DeepLinking;
using Lti.Grades;
using Lti.Keys;
using Lti.Launching.Internal;
using Lti.Registration;
using Lti.Roster;
using Lti.Services;
using Lti.Services.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lti.Hosting;

/// <summary>Registers the library.</summary>
public static class LtiServices
{
    /// <summary>
    /// Adds the library. The application registers <see cref="ILaunchHandler"/>, <see cref="Lti.Platforms.IPlatformStore"/> and
    /// <see cref="IToolKeyStore"/> itself (scoped or singleton), and says where data protection keeps its key ring: nodes that
    /// serve one address must share it.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options. Problems stop the start with the setting's name.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddLti(this IServiceCollection services, Action<LtiOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<LtiOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LtiOptions>, LtiOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddDataProtection();

        services.TryAddSingleton<OwnAddresses>();
        services.TryAddSingleton<StateSeal>();
        services.TryAddSingleton<LoginStates>();
        services.TryAddSingleton<LoginCeremony>();
        services.TryAddSingleton<PlatformKeys>();
        services.TryAddSingleton<LaunchCeremony>();
        services.TryAddSingleton<LtiCookies>();
        services.TryAddSingleton<LoginEndpoint>();
        services.TryAddSingleton<LaunchEndpoint>();
        services.TryAddSingleton<RegisterEndpoint>();

        services.TryAddSingleton<ToolKeys>();
        services.TryAddSingleton<Outbound>();
        services.TryAddSingleton(found => new ServiceTokens(
            found.GetRequiredService<Outbound>(),
            found.GetRequiredService<ToolKeys>(),
            found.GetRequiredService<TimeProvider>(),
            found.GetRequiredService<ILogger<ServiceTokens>>()));
        services.TryAddSingleton<LtiHttp>();
        services.TryAddSingleton(found => new GradeService(found.GetRequiredService<LtiHttp>()));
        services.TryAddSingleton(found => new DeepLinkingResponses(found.GetRequiredService<ToolKeys>(), found.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(found => new RosterService(found.GetRequiredService<LtiHttp>()));
        services.TryAddSingleton(found => new DynamicRegistration(found.GetRequiredService<Outbound>(), found.GetRequiredService<OwnAddresses>()));
        return services;
    }
}
