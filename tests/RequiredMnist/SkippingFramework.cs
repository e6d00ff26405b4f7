using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace MlNetDigits.RequiredMnist;

/// <summary>Runs tests as xUnit does, but tests that lack MNIST count as skipped and say so.</summary>
/// <param name="messages">Where xUnit's own diagnoses go.</param>
public sealed class SkippingFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink messages) : XunitTestFrameworkExecutor(assembly, sources, messages)
    {
        protected override void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions) =>
            base.RunTestCases(testCases, new SkippingSink(executionMessageSink), executionOptions);
    }

    private sealed class SkippingSink(IMessageSink next) : LongLivedMarshalByRefObject, IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message) => next.OnMessage(
            message is ITestFailed failed && failed.ExceptionTypes.Contains(typeof(MnistMissingException).FullName)
                ? new TestSkipped(failed.Test, MnistMissingException.Reason)
                : message);
    }
}
