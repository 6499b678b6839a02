using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>Counts what EF Core runs against one database for a request, or another activity.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string connectionString;
    private readonly ConcurrentBag<IDisposable> subscriptions = [];
    private readonly ConcurrentDictionary<string, string[]> texts = new(StringComparer.Ordinal);
    private int count;
    private int reads;

    public Statements(string connectionString)
    {
        this.connectionString = connectionString;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count => Volatile.Read(ref count);

    public int Reads => Volatile.Read(ref reads);

    /// <summary>Each statement once, with the names of its parameters.</summary>
    public IEnumerable<KeyValuePair<string, string[]>> Texts => texts;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            subscriptions.Add(value.Subscribe(this));
        else if (value.Name == "Microsoft.AspNetCore")
            subscriptions.Add(value.Subscribe(this, (name, _, _) => name.StartsWith("Microsoft.AspNetCore.Hosting.HttpRequestIn", StringComparison.Ordinal)));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RelationalEventId.CommandExecuted.Name || value.Value is not CommandExecutedEventData { Command: { Connection: { } connection } command } || connection.ConnectionString != connectionString)
            return;
        // Clocks tick meanwhile, and their jobs ask for what is due: theirs belong to no request.
        if (System.Diagnostics.Activity.Current is null)
            return;
        Interlocked.Increment(ref count);
        texts.TryAdd(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => parameter.ParameterName)]);
        if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
            Interlocked.Increment(ref reads);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }
}
