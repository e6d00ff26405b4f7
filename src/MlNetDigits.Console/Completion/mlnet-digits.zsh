#compdef mlnet-digits
# Completion of mlnet-digits for zsh. Add to ~/.zshrc, after compinit:
#   source <(mlnet-digits completion zsh)
_mlnet_digits() {
    local line="mlnet-digits ${(j: :)words[2,CURRENT]}"
    local -a suggestions
    suggestions=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
    suggestions=("${(@)suggestions:#}")
    if (( ${#suggestions} )); then
        compadd -- "${suggestions[@]}"
    else
        _files
    fi
}
if (( $+functions[compdef] )); then
    compdef _mlnet_digits mlnet-digits
fi
