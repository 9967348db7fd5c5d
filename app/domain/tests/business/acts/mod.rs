//! Every act: what it changes when it holds, and every refusal that it can give.

mod answering;
mod arriving;
mod judging;
mod leaving;
mod needs;
mod photographing;
mod posting;
mod scope;
mod tasks;
