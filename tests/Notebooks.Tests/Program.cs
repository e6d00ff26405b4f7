using MlNetDigits.Notebooks;
using MlNetDigits.Notebooks.Kernel;
using MlNetDigits.Notebooks.Saving;
using MlNetDigits.Notebooks.Walks;

// With "save [names]", runs walks cell by cell and writes their notebooks with what came out: all, or those whose names begin so.
if (args.FirstOrDefault() != "save") return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
string[] chosen = [.. Checkout.Walks.Where(name => args.Length == 1 || args.Skip(1).Any(argument => name.StartsWith(argument, StringComparison.OrdinalIgnoreCase)))];
if (chosen.Length == 0) Console.Error.WriteLine($"No walk is called '{string.Join("', '", args)}': use {string.Join(", ", Checkout.Walks)}.");
foreach (string name in chosen)
{
    string text = NotebookFile.Write((await NotebookKernel.RunAsync(Walk.Load(name).Notebook)).Document);
    File.WriteAllText(NotebookFile.PathOf(name), text);
    Console.WriteLine($"{name}.ipynb: {text.Length / 1024.0:N0} KiB");
}

return chosen.Length == 0 ? 1 : 0;
