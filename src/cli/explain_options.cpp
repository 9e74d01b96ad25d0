#include "cli/option_groups.hpp"

namespace relata {

void add_explain_options(CLI::App& app, Invocation& invocation) {
  app.add_option("RECORDS... NAME NAME", invocation.inputs,
                 "Records as relata merge takes them, then the two names: as in the texts or the "
                 "graph, NAME@DOC for that of one document, or the id of a node or an entity")
      ->required()
      ->type_name("");
  add_decisions(app, invocation);
  app.add_flag_callback(
         "--json", [&invocation] { invocation.answer = AnswerFormat::kJson; },
         "The answer as one JSON object")
      ->group(kOutputGroup);
  add_stream_output(app, invocation, "The answer");
  add_models(app, invocation);
}

void check_explain_options(Invocation& invocation) {
  if (invocation.command != Command::kExplain) return;
  if (invocation.inputs.size() < 3) {
    throw WrongUsage(
        "explain: expected files of records and two names, as in relata explain records.jsonl "
        "\"Goita\" \"Assimi Goita\"");
  }
  for (std::string* name : {&invocation.right_name, &invocation.left_name}) {
    *name = std::move(invocation.inputs.back());
    invocation.inputs.pop_back();
    if (name->empty()) throw WrongUsage("explain: a name is empty");
  }
}

}  // namespace relata
