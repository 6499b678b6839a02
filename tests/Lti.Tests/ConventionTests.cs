using Lti.Hosting;

namespace Lti.Tests;

public sealed class ConventionTests
{
    [Fact]
    public void The_library_knows_nothing_but_the_framework_and_IdentityModel() =>
        typeof(LtiOptions).Assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.Net.Http.", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.IdentityModel.", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Only_Hosting_sees_HttpContext()
    {
        var offenders = typeof(LtiOptions).Assembly.GetTypes()
            .Where(type => type.Namespace is not (null or "Lti.Hosting"))
            .Where(type => type.GetMethods(All).Any(method => method.GetParameters().Any(parameter => parameter.ParameterType.Name is "HttpContext"))
                || type.GetFields(All).Any(field => field.FieldType.Name is "HttpContext"));

        offenders.ShouldBeEmpty();
    }

    [Fact]
    public void Classes_are_sealed() =>
        typeof(LtiOptions).Assembly.GetTypes()
            .Where(type => type.IsClass && !type.IsAbstract && !type.IsSealed && type.Namespace?.StartsWith("Lti", StringComparison.Ordinal) == true)
            .ShouldBeEmpty();

    private const System.Reflection.BindingFlags All =
        System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance
        | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.DeclaredOnly;
}
