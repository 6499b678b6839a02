namespace PracticeLms.Services;

/// <summary>
/// The services' addresses, Moodle's and Canvas's: both are always served, since a tool keeps the addresses it was told
/// before the manner changed.
/// </summary>
internal static class ServiceRoutes
{
    public static void MapServices(this IEndpointRouteBuilder routes)
    {
        var gate = routes.ServiceProvider.GetRequiredService<ServiceGate>();
        routes.MapPost("/lti/token", gate.ForTokens(Service<TokenEndpoint>().AnswerAsync));

        Map("/mod/lti/services.php/{course}/lineitems", "/mod/lti/services.php/{course}/lineitems/{item}/lineitem", "/mod/lti/services.php/CourseSection/{course}/bindings/{tool}/memberships");
        Map("/api/lti/courses/{course}/line_items", "/api/lti/courses/{course}/line_items/{item}", "/api/lti/courses/{course}/names_and_roles");

        void Map(string all, string one, string members)
        {
            var (lineItems, scores, results) = (Service<LineItemService>(), Service<ScoreService>(), Service<ResultService>());
            routes.MapGet(all, gate.For(lineItems.ListAsync, Scopes.LineItem, Scopes.LineItemReadOnly));
            routes.MapPost(all, gate.For(lineItems.CreateAsync, Scopes.LineItem));
            routes.MapGet(one, gate.For(lineItems.ReadOneAsync, Scopes.LineItem, Scopes.LineItemReadOnly));
            routes.MapPut(one, gate.For(lineItems.ChangeAsync, Scopes.LineItem));
            routes.MapDelete(one, gate.For(lineItems.DeleteAsync, Scopes.LineItem));
            routes.MapPost($"{one}/scores", gate.For(scores.ReceiveAsync, Scopes.Score));
            routes.MapGet($"{one}/results", gate.For(results.ListAsync, Scopes.ResultReadOnly));
            routes.MapGet(members, gate.For(Service<MembershipService>().ListAsync, Scopes.Memberships));
        }

        T Service<T>()
            where T : notnull => routes.ServiceProvider.GetRequiredService<T>();
    }
}
