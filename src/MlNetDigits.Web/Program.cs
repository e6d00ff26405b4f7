using MlNetDigits.Web.Hosting;

return await DigitService.RunAsync(args);
