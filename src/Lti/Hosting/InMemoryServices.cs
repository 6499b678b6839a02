using Lti.Keys;
using Lti.Platforms;
using Microsoft.Extensions.DependencyInjection;

namespace Lti.Hosting;

/// <summary>Registers <see cref="InMemoryStores"/>.</summary>
public static class InMemoryServices
{
    /// <summary>Keeps everything in memory.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="platforms">The registrations.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddLtiInMemory(this IServiceCollection services, params IReadOnlyList<Platform> platforms)
    {
        var stores = new InMemoryStores(platforms);
        return services.AddSingleton(stores).AddSingleton<IPlatformStore>(stores).AddSingleton<IToolKeyStore>(stores);
    }
}
