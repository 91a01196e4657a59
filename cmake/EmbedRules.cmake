# Writes OUT: a C++ file with the text of every rules/*.yaml under ROOT, and of docs/report-schema.json, so that the
# program finds them anywhere.
#   cmake -D ROOT=… -D OUT=… -P EmbedRules.cmake
file(GLOB paths RELATIVE "${ROOT}" "${ROOT}/rules/*.yaml")
list(SORT paths)
set(text "// Made by cmake/EmbedRules.cmake from rules/*.yaml.\n#include \"cli/standard_rules.h\"\n\n")
string(APPEND text "namespace crosscheck {\n\nstd::vector<RuleFile> StandardRules() {\n  std::vector<RuleFile> files;\n")
foreach(path IN LISTS paths)
  file(READ "${ROOT}/${path}" content)
  string(APPEND text "  files.push_back({\"${path}\", R\"rule_file(${content})rule_file\", true});\n")
endforeach()
string(APPEND text "  return files;\n}\n\n")
file(READ "${ROOT}/docs/report-schema.json" content)
string(APPEND text "std::string ReportSchema() {\n  return R\"schema(${content})schema\";\n}\n\n}  // namespace crosscheck\n")
file(WRITE "${OUT}" "${text}")
