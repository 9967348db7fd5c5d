//! Every act: what it changes when it holds, and every refusal that it can give.

mod answering;
mod arriving;
mod forgetting;
mod judging;
mod leaving;
mod marking;
mod needs;
mod pairing;
mod photographing;
mod posting;
mod scope;
mod tasks;
