//! The Lianying server.

use clap::Parser;
use mimalloc::MiMalloc;
use server::command_line::CommandLine;
use std::process::ExitCode;

/// What comes and goes with every group of commands is given back to the machine, instead of being kept in pieces.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

/// Rendering a page in pieces can wait for itself on fewer threads.
const FEWEST_THREADS: usize = 4;
/// What waits for the disk; each of these threads may keep memory of its own for good.
const WAITING_THREADS: usize = 16;

fn main() -> ExitCode {
    let line = CommandLine::parse();
    server::command_line::log_to_stderr();
    let threads = std::thread::available_parallelism().map_or(FEWEST_THREADS, |cores| cores.get().max(FEWEST_THREADS));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(threads)
        .max_blocking_threads(WAITING_THREADS)
        .enable_all()
        .build();
    let ended = runtime.map_err(anyhow::Error::from).and_then(|runtime| runtime.block_on(line.run()));
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
