using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using MlNetDigits.Notebooks.Walks;

namespace MlNetDigits.Notebooks.Kernel;

/// <summary>Runs cells as the C# kernel of Polyglot Notebooks does: in the notebooks' folder, each on what those before it left.</summary>
internal static class NotebookKernel
{
    // The compiler of the kernel's last release knows C# 12.
    private static readonly ScriptOptions _options = ScriptOptions.Default
        .WithLanguageVersion(LanguageVersion.CSharp12)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(Checkout.Notebooks))
        .AddImports("System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading.Tasks")
        .AddReferences(typeof(DisplayExtensions).Assembly);

    private static readonly SemaphoreSlim _turn = new(1);

    /// <summary>Runs all cells of a notebook.</summary>
    /// <exception cref="CompilationErrorException">A cell does not compile.</exception>
    public static async Task<NotebookRun> RunAsync(IReadOnlyList<Cell> cells)
    {
        // Console, culture and folder are the process's.
        await _turn.WaitAsync();
        (TextWriter output, string folder, CultureInfo culture) = (Console.Out, Environment.CurrentDirectory, CultureInfo.CurrentCulture);
        var recorder = new Recorder();
        try
        {
            Console.SetOut(recorder);
            Environment.CurrentDirectory = Checkout.Notebooks;
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            DisplayedValue.Changed = recorder.Show;
            return new NotebookRun(await RunAsync(cells, recorder), recorder.Transcript);
        }
        finally
        {
            Console.SetOut(output);
            Environment.CurrentDirectory = folder;
            CultureInfo.CurrentCulture = culture;
            DisplayedValue.Changed = null;
            _turn.Release();
        }
    }

    private static async Task<IReadOnlyList<(Cell, IReadOnlyList<CellOutput>)>> RunAsync(IReadOnlyList<Cell> cells, Recorder recorder)
    {
        using var loader = new InteractiveAssemblyLoader();
        loader.RegisterDependency(typeof(DisplayExtensions).Assembly);
        Script<object> script = CSharpScript.Create("", _options, assemblyLoader: loader);
        ScriptState<object> state = await script.RunAsync();
        var outputs = new List<(Cell, IReadOnlyList<CellOutput>)>();
        foreach (Cell cell in cells)
        {
            outputs.Add((cell, recorder.BeginCell()));
            if (cell.IsCode) state = await state.ContinueWithAsync(cell.Source.Replace("/bin/Release/", $"/bin/{Checkout.Configuration}/", StringComparison.Ordinal), _options);
        }

        return outputs;
    }
}
