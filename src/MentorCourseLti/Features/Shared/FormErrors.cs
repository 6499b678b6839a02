using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace MentorCourseLti.Features.Shared;

internal static class FormErrors
{
    /// <summary>Puts what is wrong beside the fields. What could not be read at all, such as a number, has its message already.</summary>
    public static void AddErrors(this ModelStateDictionary state, string form, ValidationResult result)
    {
        foreach (var error in result.Errors)
        {
            string field = $"{form}.{error.PropertyName}";
            if (state.GetFieldValidationState(field) is not ModelValidationState.Invalid)
                state.AddModelError(field, error.ErrorMessage);
        }
    }
}
