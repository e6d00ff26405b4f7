using System.CommandLine;
using System.CommandLine.Completions;

namespace MlNetDigits.Console.Hosting;

/// <summary>The option <c>--device</c>: the processor, and why there is no other.</summary>
internal static class DeviceOption
{
    private const string Cpu = "cpu";

    /// <summary>Creates the option.</summary>
    public static Option<string> Create()
    {
        var option = new Option<string>("--device") { Description = "What to train on; cpu alone, with all its cores and vector units. Default: cpu.", HelpName = Cpu, DefaultValueFactory = _ => Cpu };
        option.CustomParser = result =>
        {
            string device = result.Tokens[0].Value;
            if (!device.Equals(Cpu, StringComparison.OrdinalIgnoreCase))
                result.AddError($"--device is '{device}', but networks are trained on cpu alone: the engine's kernels are C# for the processor's vector units, and a digit network trains in a minute there. Leave --device out, or give cpu.");
            return Cpu;
        };
        option.CompletionSources.Add(_ => [new CompletionItem(Cpu)]);
        return option;
    }
}
