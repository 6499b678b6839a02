using System.Globalization;
using System.Net;
using System.Text;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace MentorCourseLti.Hosting.Metrics;

/// <summary>
/// <c>/metrics</c> in Prometheus's text format (0.0.4). Open to a scraper on this machine that does not come through
/// a proxy, and to whoever has the token.
/// </summary>
internal static class MetricsPage
{
    public static void MapMetrics(this IEndpointRouteBuilder app, MentorCourseOptions options) =>
        app.MapGet("/metrics", async (HttpContext http, CourseMetrics metrics, CourseDb db, TimeProvider clock) =>
            MayRead(http, options.Metrics.Token)
                ? Results.Text(await WriteAsync(metrics, db, clock, http.RequestAborted), "text/plain; version=0.0.4")
                : Results.NotFound());

    private static bool MayRead(HttpContext http, string? token)
    {
        if (!string.IsNullOrEmpty(token))
            return http.Request.Headers.Authorization == new StringValues($"Bearer {token}");
        return http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded")
            && !http.Request.Headers.ContainsKey("X-Original-For");
    }

    private static async Task<string> WriteAsync(CourseMetrics metrics, CourseDb db, TimeProvider clock, CancellationToken cancel)
    {
        var waiting = db.Deliveries.Where(delivery => delivery.State == DeliveryState.Waiting);
        int length = await waiting.CountAsync(cancel);
        var oldest = length == 0 ? null : await waiting.MinAsync(delivery => (DateTimeOffset?)delivery.ChangedAt, cancel);
        int trouble = await db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.NeedsLook, cancel);
        double age = oldest is { } since ? Math.Max(0, (clock.GetUtcNow() - since).TotalSeconds) : 0;

        var text = new StringBuilder();
        Family(text, "mentorcourse_launches_total", "counter", "Launches by outcome.",
            metrics.Launches.Select(pair => ($"outcome=\"{pair.Key}\"", (double)pair.Value)));
        Family(text, "mentorcourse_deliveries_total", "counter", "Tries to deliver a grade by outcome.",
            metrics.Deliveries.Select(pair => ($"outcome=\"{pair.Key}\"", (double)pair.Value)));
        Family(text, "mentorcourse_mails_total", "counter", "Tries to hand a reminder to the mail server by outcome.",
            metrics.Mails.Select(pair => ($"outcome=\"{pair.Key}\"", (double)pair.Value)));
        Family(text, "mentorcourse_delivery_queue_length", "gauge", "Grades that wait to be delivered.", [("", length)]);
        Family(text, "mentorcourse_delivery_queue_age_seconds", "gauge", "Age of the oldest grade that waits.", [("", age)]);
        Family(text, "mentorcourse_delivery_needs_look", "gauge", "Grades that a person has to look at.", [("", trouble)]);
        return text.ToString();
    }

    private static void Family(StringBuilder text, string name, string type, string help, IEnumerable<(string Labels, double Value)> samples)
    {
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append('\n');
        text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
        foreach (var (labels, value) in samples)
        {
            text.Append(name);
            if (labels.Length > 0)
                text.Append('{').Append(labels).Append('}');
            text.Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        }
    }
}
