#include "cli/commands.hpp"

int main(int argc, char** argv) { return relata::run_command_line(argc, argv); }
