using System.Net;
using System.Net.Sockets;

namespace BrowserTests.Drivers;

internal static class Ports
{
    /// <summary>A port that nobody listens on. Both programs must know their own address before they start, so neither can be given port 0.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
