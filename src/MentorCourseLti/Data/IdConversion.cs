using MentorCourseLti.Internship;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MentorCourseLti.Data;

/// <summary>Stores every id of the domain as the guid it is.</summary>
internal static class IdConversion
{
    public static void AddTo(ModelConfigurationBuilder builder)
    {
        foreach (var type in typeof(IId<>).Assembly.GetTypes())
        {
            if (!type.IsValueType || !type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IId<>)))
                continue;
            var converter = typeof(IdConverter<>).MakeGenericType(type);
            builder.Properties(type).HaveConversion(converter);
            // For a query's own values, which no column stands beside.
            builder.DefaultTypeMapping(type).HasConversion(converter);
        }
    }

    private static TId Make<TId>(Guid value)
        where TId : struct, IId<TId> => TId.From(value);

    private sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make<TId>(value))
        where TId : struct, IId<TId>;
}
