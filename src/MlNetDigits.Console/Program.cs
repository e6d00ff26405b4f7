using MlNetDigits.Console;
using MlNetDigits.Console.Hosting;

return new Application(Terminal.Detect()).Run(args);
