// `banxin-pdf`: every command, those that read PDFs too. `banxin` hands these over to it.
#include "pipeline/run/process.hpp"
#include "pipeline/run_pdf/pdf_commands.hpp"

int main(int count, char** values) {
    const std::vector<std::string> arguments(values + 1, values + count);
    return banxin::run_process(arguments, banxin::run_pdf_command);
}
