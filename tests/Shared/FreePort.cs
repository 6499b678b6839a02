using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Shared;

/// <summary>
/// A loopback port that nobody listens on, and that no outgoing connection is given while a test gets ready to listen. None is given twice: an address
/// is an LMS's name, and stories that share a tool must not meet one that another left.
/// </summary>
internal static class FreePort
{
    // Below those that Linux gives to outgoing connections (32768 and up).
    private const int First = 20_000;
    private const int Last = 32_000;

    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>The address of one. A program that must know its own address before it starts cannot be given port 0.</summary>
    public static Uri Address(string host = "127.0.0.1") => new(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{Find()}"));

    public static int Find()
    {
        while (true)
        {
            int port = Random.Shared.Next(First, Last);
            if (!Given.TryAdd(port, true))
                continue;
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody's already: another one.
            }
        }
    }
}
