using System.Reflection;
using MentorCourseLti.Internship.Programmes;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorCourseLti.Tests.Conventions;

/// <summary>"Who may know whom" of the architecture, as far as reflection can see it.</summary>
public sealed class RoomsTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Application = typeof(MentorCourseBuilder).Assembly;
    private static readonly Assembly Lti = typeof(global::Lti.Platforms.Platform).Assembly;
    private static readonly Assembly PracticeLms = typeof(global::PracticeLms.PracticeLmsBuilder).Assembly;

    [Fact]
    public void The_protocol_library_knows_neither_the_application_nor_a_database() => References(Lti)
        .ShouldNotContain(name => name.StartsWith("MentorCourseLti", StringComparison.Ordinal) || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name == "PracticeLms");

    [Fact]
    public void The_practice_LMS_knows_neither_the_library_nor_the_application() => References(PracticeLms)
        .ShouldNotContain(name => name == "Lti" || name.StartsWith("MentorCourseLti", StringComparison.Ordinal));

    [Fact]
    public void The_application_does_not_know_the_practice_LMS() => References(Application).ShouldNotContain("PracticeLms");

    [Fact]
    public void The_domain_knows_nothing_but_itself()
    {
        foreach (var type in In("Internship"))
        {
            foreach (var used in Uses(type))
            {
                bool isOwn = used.Namespace!.StartsWith("MentorCourseLti.Internship", StringComparison.Ordinal);
                bool isOfTheFramework = used.Namespace == "System" || used.Namespace.StartsWith("System.", StringComparison.Ordinal);
                (isOwn || isOfTheFramework).ShouldBeTrue($"{type} uses {used}");
                used.ShouldNotBe(typeof(TimeProvider), $"{type}: time is an argument");
            }
        }
    }

    [Fact]
    public void Pages_send_nothing_out() => Forbid("Features", used => used.Namespace == "System.Net.Http" || used == typeof(global::Lti.Grades.GradeService));

    [Fact]
    public void Deliveries_see_no_request() => Forbid("Delivery", used => used == typeof(Microsoft.AspNetCore.Http.HttpContext) || used.IsSubclassOf(typeof(PageModel)));

    [Fact]
    public void The_database_knows_no_page() => Forbid("Data", used => used.Namespace!.StartsWith("MentorCourseLti.Features", StringComparison.Ordinal));

    [Fact]
    public void No_page_knows_another_slices_page_model()
    {
        foreach (var type in In("Features"))
        {
            Uses(type).Where(used => used.IsSubclassOf(typeof(PageModel)) && used.Namespace != type.Namespace && used.Assembly == Application && !used.IsAbstract)
                .ShouldBeEmpty($"{type}");
        }
    }

    [Fact]
    public void Classes_are_sealed_or_made_to_be_inherited_from() => Application.GetTypes()
        .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && IsOurs(type))
        .ShouldBeEmpty();

    [Fact]
    public void Ids_cannot_be_mistaken_for_one_another() => typeof(MemberId).IsValueType.ShouldBeTrue();

    private static void Forbid(string room, Func<Type, bool> isForbidden)
    {
        foreach (var type in In(room))
            Uses(type).Where(isForbidden).ShouldBeEmpty($"{type}");
    }

    private static List<Type> In(string room)
    {
        var types = Application.GetTypes().Where(type => IsOurs(type) && (type.Namespace == $"MentorCourseLti.{room}" || type.Namespace?.StartsWith($"MentorCourseLti.{room}.", StringComparison.Ordinal) == true)).ToList();
        types.ShouldNotBeEmpty();
        return types;
    }

    // Neither the compiler's types nor the views'.
    private static bool IsOurs(Type type) => type.Namespace is { } space && space.StartsWith("MentorCourseLti", StringComparison.Ordinal)
        && !type.Name.Contains('<', StringComparison.Ordinal) && !typeof(Microsoft.AspNetCore.Mvc.Razor.RazorPageBase).IsAssignableFrom(type) && !space.Contains("Migrations", StringComparison.Ordinal);

    private static IReadOnlyList<string> References(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name!)];

    /// <summary>The types in a type's fields and signatures, taken apart.</summary>
    private static IEnumerable<Type> Uses(Type type)
    {
        var named = type.GetFields(Everything).Select(field => field.FieldType)
            .Concat(type.GetMethods(Everything).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .Concat(type.GetConstructors(Everything).SelectMany(constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType)))
            .Concat(type.GetCustomAttributes(inherit: false).Select(attribute => attribute.GetType()))
            .Concat(type.GetProperties(Everything).SelectMany(property => property.GetCustomAttributes(inherit: false)).Select(attribute => attribute.GetType()))
            .Append(type.BaseType ?? typeof(object)).Concat(type.GetInterfaces());
        return named.SelectMany(Parts).Where(part => part.Namespace is not null && !part.IsGenericParameter).Distinct();
    }

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
}
