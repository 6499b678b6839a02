using Lti.Grades;
using Lti.Keys;
using Lti.Services;
using Microsoft.Extensions.DependencyInjection;

namespace Lti.Hosting;

/// <summary>Registers the library.</summary>
public static class LtiServices
{
    /// <summary>
    /// Adds the library. The application registers <see cref="ILaunchHandler"/>, <see cref="Lti.Platforms.IPlatformStore"/> and
    /// <see cref="IToolKeyStore"/> itself (scoped or singleton), and says where data protection keeps its key ring.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddLti(this IServiceCollection services, Action<LtiOptions> configure)
    {
        services.AddOptions<LtiOptions>().Configure(configure);
        services.AddSingleton<ToolKeys>();
        services.AddSingleton<ServiceTokens>();
        services.AddSingleton<GradeService>();
        return services;
    }
}
