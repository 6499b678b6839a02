using System.Net;
using System.Net.Sockets;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>A loopback port that nobody listens on, and that no outgoing connection is given while a test gets ready to listen.</summary>
internal static class FreePort
{
    // Below those that Linux gives to outgoing connections (32768 and up).
    private const int First = 20_000;
    private const int Last = 32_000;

    public static int Find()
    {
        while (true)
        {
            int port = Random.Shared.Next(First, Last);
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
