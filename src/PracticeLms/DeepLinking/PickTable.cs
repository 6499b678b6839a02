using System.Collections.Concurrent;
using System.Security.Cryptography;
using PracticeLms.Courses;

namespace PracticeLms.DeepLinking;

/// <summary>
/// Choices under way. The answer comes by a form of the tool's page, without a log-in (another site's form brings no cookie), so the id in the
/// return address is all there is. What came of it is kept: Moodle's forms may come twice.
/// </summary>
internal sealed class PickTable(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Choice> choices = new(StringComparer.Ordinal);

    public string Begin(Course course)
    {
        var id = $"pick_{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        choices[id] = new(course, time.GetUtcNow() + Lifetime);
        return id;
    }

    public Choice? Find(string id) => choices.GetValueOrDefault(id) is { } choice && choice.Expires > time.GetUtcNow() ? choice : null;

    internal sealed class Choice(Course course, DateTimeOffset expires)
    {
        public Course Course { get; } = course;

        public DateTimeOffset Expires { get; } = expires;

        public Lock Gate { get; } = new();

        /// <summary>How many links came of it; none while no answer came.</summary>
        public int? Made { get; set; }
    }
}
