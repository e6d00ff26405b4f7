using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace MlNetDigits.RequiredMnist;

/// <summary>Runs tests as xUnit does, but tests that lack MNIST, be it in a fixture, count as skipped and say so.</summary>
public sealed class SkippingFramework : XunitTestFramework
{
    protected override ITestFrameworkExecutor CreateExecutor(Assembly assembly) => new Executor(new XunitTestAssembly(assembly, configFilePath: null, assemblyName: null));

    private sealed class Executor(IXunitTestAssembly assembly) : XunitTestFrameworkExecutor(assembly)
    {
        public override ValueTask RunTestCases(IReadOnlyCollection<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions, CancellationToken cancellationToken) =>
            base.RunTestCases(testCases, new SkippingSink(executionMessageSink), executionOptions, cancellationToken);
    }

    private sealed class SkippingSink(IMessageSink next) : IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message) => next.OnMessage(
            message is ITestFailed failed && failed.ExceptionTypes.Contains(typeof(MnistMissingException).FullName) ? Skipped(failed) : message);

        private static TestSkipped Skipped(ITestFailed failed) => new()
        {
            AssemblyUniqueID = failed.AssemblyUniqueID,
            ExecutionTime = failed.ExecutionTime,
            FinishTime = failed.FinishTime,
            Output = failed.Output,
            Reason = MnistMissingException.Reason,
            TestCaseUniqueID = failed.TestCaseUniqueID,
            TestClassUniqueID = failed.TestClassUniqueID,
            TestCollectionUniqueID = failed.TestCollectionUniqueID,
            TestMethodUniqueID = failed.TestMethodUniqueID,
            TestUniqueID = failed.TestUniqueID,
            Warnings = failed.Warnings,
        };
    }
}
