# Completion of mlnet-digits for bash. Add to ~/.bashrc:
#   source <(mlnet-digits completion bash)
_mlnet_digits() {
    local current="${COMP_LINE:0:COMP_POINT}" suggestion
    # Whatever path the program was called by, it knows itself by its name.
    current="mlnet-digits${current#"${COMP_WORDS[0]}"}"
    COMPREPLY=()
    while IFS= read -r suggestion; do
        COMPREPLY+=("$suggestion")
    done < <("${COMP_WORDS[0]}" "[suggest:${#current}]" "$current" 2>/dev/null)
}
# Without suggestions bash completes names of files.
complete -o bashdefault -o default -F _mlnet_digits mlnet-digits
