# Completion of mlnet-digits for PowerShell. Add to $PROFILE:
#   mlnet-digits completion pwsh | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName mlnet-digits -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $program = $commandAst.CommandElements[0].Value
    $line = $commandAst.ToString().Substring($program.Length)
    # The syntax tree ends with the last word; a space after it begins the next.
    $line = 'mlnet-digits' + $line.PadRight($cursorPosition - $commandAst.Extent.StartOffset - $program.Length)
    & $program "[suggest:$($line.Length)]" $line 2>$null | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
