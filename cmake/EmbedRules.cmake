# Writes OUT: a C++ file with the text of every rules/*.yaml under ROOT, so that the program finds them anywhere.
#   cmake -D ROOT=… -D OUT=… -P EmbedRules.cmake
file(GLOB paths RELATIVE "${ROOT}" "${ROOT}/rules/*.yaml")
list(SORT paths)
set(text "// Made by cmake/EmbedRules.cmake from rules/*.yaml.\n#include \"cli/standard_rules.h\"\n\n")
string(APPEND text "namespace crosscheck {\n\nstd::vector<RuleFile> StandardRules() {\n  std::vector<RuleFile> files;\n")
foreach(path IN LISTS paths)
  file(READ "${ROOT}/${path}" content)
  string(APPEND text "  files.push_back({\"${path}\", R\"rule_file(${content})rule_file\"});\n")
endforeach()
string(APPEND text "  return files;\n}\n\n}  // namespace crosscheck\n")
file(WRITE "${OUT}" "${text}")
