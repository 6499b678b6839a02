using MentorCourseLti.Commands;

return await CommandLine.RunAsync(args);
